/** The part of the package that its own limiters for databases extend; it is not among the names it exports. */
declare module "rate-limiter-flexible/lib/RateLimiterStoreAbstract.js" {
  import type { RateLimiterStoreAbstract as Base, RateLimiterRes } from "rate-limiter-flexible";
  export default abstract class RateLimiterStoreAbstract extends Base {
    protected abstract _upsert(key: string, points: number, ms: number, restart?: boolean): Promise<unknown>;
    protected abstract _get(key: string): Promise<unknown>;
    protected abstract _delete(key: string): Promise<boolean>;
    protected abstract _getRateLimiterRes(key: string, changed: number, result: unknown): RateLimiterRes;
  }
}
