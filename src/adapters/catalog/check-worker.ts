import { CatalogData } from "../../core/catalog/catalog.ts";
import { checkCatalog } from "../../core/catalog/check/index.ts";
import { uncompiled } from "./compiled.ts";
import { readCatalog } from "./yaml.ts";

/** A catalog to read: the files below a folder, or one that the build compiled. */
export type Unread = ({ folder: string } | { json: string }) & { today: string };

/** Reads and checks a catalog in a thread of its own: that takes a second, in which everybody else is answered. @throws with its faults. */
export default function checked(unread: Unread): CatalogData {
  const data = "folder" in unread ? readCatalog(unread.folder) : CatalogData.parse(uncompiled(unread.json));
  const faults = checkCatalog(data, unread.today);
  if (faults.length === 0) return data;
  const [first] = faults;
  throw new Error(
    `The catalog ${data.version} has ${faults.length} faults, the first: ${first?.rule}: ${first?.skuId} ${first?.regionId ?? ""}: ${first?.message}`,
  );
}
