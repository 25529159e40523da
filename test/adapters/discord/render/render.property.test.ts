import fc from "fast-check";
import { expect, it } from "vitest";
import { renderCard } from "../../../../src/adapters/discord/render/card.ts";
import { faultsMessage } from "../../../../src/adapters/discord/render/faults.ts";
import { renderForm, withAnswers } from "../../../../src/adapters/discord/render/form.ts";
import { messageFaults } from "../../../discord-stand-in/message-rules.ts";
import { modalFaults } from "../../../discord-stand-in/modal-rules.ts";
import { answers, card, form } from "../arbitrary.ts";

const PNG = new Uint8Array([137, 80, 78, 71]);
const namesOf = (files: readonly { name: string }[]) => files.map(({ name }) => name);

it("draws any card as a message that Discord takes", () => {
  fc.assert(
    fc.property(card, fc.boolean(), fc.array(fc.string(), { maxLength: 2 }), (any, mayAttach, notes) => {
      const charts = any.sections.flatMap((section) => (section.kind === "chart" ? [section.chart] : []));
      const pictures = new Map(charts.map((chart) => [chart, PNG]));
      const { body, files } = renderCard(any, { pictures, mayAttach, followUpOn: "e1", notes });
      expect(messageFaults(body, namesOf(files))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("draws any step of any form as a modal that Discord takes, whatever was typed before", () => {
  fc.assert(
    fc.property(form, answers, fc.nat(4), (any, typed, step) => {
      const modal = renderForm(withAnswers(any, typed), step, { estimateId: "e1", key: "k" });
      expect(modalFaults(modal)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("tells any faults in a message that Discord takes", () => {
  const faults = fc.dictionary(fc.string({ maxLength: 20 }), fc.string({ maxLength: 300 }), { minKeys: 1, maxKeys: 8 });
  fc.assert(
    fc.property(form, faults, answers, (any, wrong, typed) => {
      const { body } = faultsMessage(any, wrong, { answers: typed, step: 0, estimateId: "e1", key: "k" });
      expect(messageFaults(body, [])).toEqual([]);
    }),
  );
});
