/** A place in a list, for the page after it: the moment and the ids by which the list is ordered. */
export function cursorOf(at: string, id: string, personId = ""): string {
  return [at, id, personId].join(" ");
}

/** The parts of a cursor. One that was tampered with names another place in the same tenant's list: no harm. */
export function placeOf(cursor: string): [at: string, id: string, personId: string] {
  const [at = "", id = "", ...personId] = cursor.split(" ");
  return [at, id, personId.join(" ")];
}
