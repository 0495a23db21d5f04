import type { Agent } from './app.ts';

/** Publishes criteria through the pages, as an administrator does. */
export async function publishCriteria(agent: Agent, text: string): Promise<void> {
  const begun = await agent.post('/criteria/drafts').field('from', 'files').attach('criteria', Buffer.from(text), 'sample.yaml');
  const path = String(begun.headers.location);
  const page = await agent.get(`${path}/publication`).expect(200);
  const form = { revision: hiddenField(page.text, 'revision'), hash: hiddenField(page.text, 'hash') };
  await agent.post(`${path}/publication`).type('form').send(form).expect(303);
}

/** The value of the first hidden field of that name. */
export function hiddenField(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
