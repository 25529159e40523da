import { beforeEach, describe, expect, it } from "vitest";
import type { Asker, Person } from "../../src/app/ports/asker.ts";
import { ADA, aTeam, BEN, CHRIS, cardIn, followed, type Team } from "./team.ts";

let team: Team;
beforeEach(async () => {
  team = await aTeam();
});
const inPublic = (who: Person): Asker => ({ ...team.in(who), isPublic: true });
const QUESTION = "3 services, 100 a month";

describe("What is asked in a channel", () => {
  it("is answered beside it, for all to read: questions, prices and help", async () => {
    const answer = await followed(team, inPublic(BEN), QUESTION);
    expect(answer.audience).toBe("reply");
    expect(answer.card.actions.map(({ name }) => name)).toEqual(expect.arrayContaining(["vote", "take-back"]));
    for (const words of ["help", "explain egress", "price t3.medium"])
      expect((await followed(team, inPublic(BEN), words)).audience).toBe("reply");
  });

  it("is answered in private where the settings say so, or the asker may not share", async () => {
    await team.set({ mentions: "private" });
    expect((await followed(team, inPublic(BEN), QUESTION)).audience).toBe("asker");
    await team.set({ mentions: "public" }, "C1");
    expect((await followed(team, inPublic(BEN), QUESTION)).audience).toBe("reply");
    await team.set({ mayShare: "admins" });
    expect((await followed(team, inPublic(BEN), QUESTION)).audience).toBe("asker");
    expect((await followed(team, inPublic(ADA), QUESTION)).audience).toBe("reply");
  });

  it("is taken back by who asked or by an admin, and by nobody else", async () => {
    const { estimateId } = await followed(team, inPublic(BEN), QUESTION);
    await team.conversation.posted(inPublic(BEN), estimateId, { channelId: "C1", threadId: "1.1" });
    const back = async (who: Person) =>
      cardIn(
        await team.conversation.handle(
          { kind: "press", action: "take-back", estimateId, value: null },
          team.in(who, "1.1"),
        ),
      );
    await expect(back(CHRIS)).rejects.toThrow("Only who asked");
    for (const who of [BEN, ADA])
      expect(await back(who)).toMatchObject({
        replaces: true,
        card: { fallback: `${who.name} took this answer back.` },
      });
  });
});
