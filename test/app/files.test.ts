import { expect, it } from "vitest";
import { ADA, aTeam, cardIn, estimateOf, told, wordsOf } from "./team.ts";

const COMPOSE = `services:
  web: { image: nginx, ports: ["80:80"], cpus: 0.5, mem_limit: 512m }
  db: { image: "postgres:16", cpus: 1, mem_limit: 2g, volumes: ["pg:/var/lib/postgresql/data"] }
volumes: { pg: {} }
`;

it("answers a file with a bill and how it was read, the words beside it counting too", async () => {
  const team = await aTeam("playground");
  const files = [{ name: "compose.yaml", text: COMPOSE }];
  const { card, estimateId } = cardIn(
    await team.conversation.handle({ kind: "command", text: "5 engineers in Frankfurt", files }, team.in(ADA)),
  );
  const { requirement } = await estimateOf(team, estimateId);
  expect(requirement).toMatchObject({ engineers: 5, storageGiB: 10, loadBalancers: 1 });
  expect(requirement.workload).toMatchObject({ pods: [{ name: "web" }, { name: "db", memoryMiB: 2048 }] });
  expect(wordsOf(card)).toContain("Read from your files");
  expect(wordsOf(card)).toContain("kompose convert");
  expect(wordsOf(card)).not.toContain("Not understood");
});

it("reads a file that is pasted as words", async () => {
  const team = await aTeam("playground");
  const { estimateId } = await told(team, team.in(ADA), COMPOSE);
  expect((await estimateOf(team, estimateId)).requirement.loadBalancers).toBe(1);
});

it("says what a file is that cannot be read, and what to send instead", async () => {
  const team = await aTeam("playground");
  const files = [{ name: "values.yaml", text: "replicaCount: 2\n" }];
  const asked = team.conversation.handle({ kind: "command", text: "", files }, team.in(ADA));
  await expect(asked).rejects.toMatchObject({ hint: expect.stringContaining("helm template") });
});
