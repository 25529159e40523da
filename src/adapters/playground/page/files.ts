/** A file as the server takes it. */
export interface HandedFile {
  name: string; // empty for pasted text
  text: string;
}

const MOST_BYTES = 1_000_000; // of all together: the server takes two million with all around it

/** Calls `take` with files that are chosen, dropped on the page, or pasted into the message box; `refuse` for what is too large. */
export function takeFiles(
  chooser: HTMLInputElement,
  message: HTMLInputElement,
  take: (files: HandedFile[]) => void,
  refuse: (text: string) => void,
): void {
  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (bytes > MOST_BYTES)
      return refuse("These files are larger than 1 MB together. Hand in the part that lists what runs.");
    take(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
  };
  chooser.addEventListener("change", () => {
    const files = [...(chooser.files ?? [])];
    chooser.value = "";
    void read(files);
  });
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length || document.querySelector("dialog[open]")) return;
    event.preventDefault(); // else the browser leaves the page for the file
    void read([...event.dataTransfer.files]);
  });
  message.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.trim().split("\n").length < 3) return; // words; a line break in them becomes a space
    event.preventDefault();
    take([{ name: "", text }]);
  });
}
