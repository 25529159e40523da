import fc from "fast-check";
import { expect, it } from "vitest";
import { seal, sealKey, unseal } from "../../../src/adapters/store/seal.ts";

const hex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const key = sealKey(hex);

it("gives back any text that was sealed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(unseal(key, seal(key, text, "T1"), "T1")).toBe(text);
    }),
  );
});

it("seals the same text differently each time", () => {
  expect(seal(key, "secret", "T1")).not.toBe(seal(key, "secret", "T1"));
});

it("stays shut for another key, another context, and after any byte was changed", () => {
  const sealed = seal(key, "secret", "T1");
  expect(() => unseal(sealKey(hex.replace("00", "01")), sealed, "T1")).toThrow();
  expect(() => unseal(key, sealed, "T2")).toThrow();
  const bytes = Buffer.from(sealed, "base64");
  for (const [place, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes);
    changed[place] = byte ^ 1;
    expect(() => unseal(key, changed.toString("base64"), "T1")).toThrow();
  }
  expect(() => unseal(key, bytes.subarray(0, 20).toString("base64"), "T1")).toThrow();
});

it("reads the same key from hexadecimal and base64", () => {
  expect(sealKey(Buffer.from(hex, "hex").toString("base64"))).toEqual(key);
  expect(key.id).toMatch(/^[0-9a-f]{8}$/);
});

it.each(["", "short", hex.slice(2), `${hex}00`])("refuses %j for a key and never repeats it", (text) => {
  expect(() => sealKey(text)).toThrow(/^An encryption key is 32 bytes in base64 or hexadecimal, this one is \d+\.$/);
});
