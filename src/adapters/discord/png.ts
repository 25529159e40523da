import type { Log } from "../../app/ports.ts";
import type { Card } from "../../cards/card.ts";
import type { Pictures } from "./deliver.ts";
export async function drawPictures(_card: Card, _log: Log): Promise<Pictures> {
  return new Map();
}
