import { launchBrowser } from '../../test/browser/browser.ts';
import { ApiClient } from '../../test/support/api-client.ts';
import { eventually } from '../../test/support/eventually.ts';
import { withSampleProduct } from './sample-product.ts';
import { Studio, type Sample } from './studio.ts';

const TIMEOUT_MS = 5 * 60_000;

await withSampleProduct(async (baseUrl) => {
  const sample = await sampleOf(new ApiClient(baseUrl));
  const browser = await launchBrowser();
  try {
    const studio = new Studio(browser, baseUrl, sample);
    await studio.conversation('page.png', 'wide');
    await studio.conversation('phone.png', 'phone');
    await studio.money('money.png');
  } finally {
    await browser.close();
  }
});

/** The sample, once everything is done with it. */
async function sampleOf(api: ApiClient): Promise<Sample> {
  const found = await eventually(async () => {
    const { items } = await api.json<{
      readonly items: readonly { readonly id: string; readonly projectId: string | null }[];
    }>('/conversations?search=spring');
    const conversation = items.find(({ projectId }) => projectId !== null);
    const projectId = conversation?.projectId ?? null;
    if (conversation === undefined || projectId === null) throw new Error('there is no sample yet');
    return { conversationId: conversation.id, projectId };
  }, TIMEOUT_MS);
  await api.settled(found.conversationId, TIMEOUT_MS);
  return found;
}
