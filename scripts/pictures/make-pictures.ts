import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../../test/browser/browser.ts';
import { ProjectVisit } from '../../test/browser/project-visit.ts';
import { Visit } from '../../test/browser/visit.ts';
import { ApiClient } from '../../test/support/api-client.ts';
import { eventually } from '../../test/support/eventually.ts';
import { withSampleProduct } from './sample-product.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/images');
/** Tall enough for the whole of the sample conversation. */
const WIDE: BrowserContextOptions = {
  viewport: { width: 1120, height: 984 },
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
};
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  colorScheme: 'light',
};
const TIMEOUT_MS = 5 * 60_000;

/** The sample conversation and the project that it belongs to. */
interface Sample {
  readonly conversationId: string;
  readonly projectId: string;
}

await withSampleProduct(async (baseUrl) => {
  const sample = await sampleOf(new ApiClient(baseUrl));
  const browser = await launchBrowser();
  try {
    const studio = new Studio(browser, baseUrl, sample);
    await studio.conversation('page.png', WIDE);
    await studio.conversation('phone.png', PHONE);
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
    if (conversation?.projectId == null) throw new Error('there is no sample yet');
    return { conversationId: conversation.id, projectId: conversation.projectId };
  }, TIMEOUT_MS);
  await api.settled(found.conversationId, TIMEOUT_MS);
  return found;
}

/** Takes pictures of the page. */
class Studio {
  constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
    private readonly sample: Sample,
  ) {}

  async conversation(file: string, size: BrowserContextOptions): Promise<void> {
    await this.picture(file, size, async (visit) => {
      await visit.goTo(`/conversations/${this.sample.conversationId}`);
      await visit.the('segment').first().waitFor({ state: 'attached' });
      await visit.showPart('summary');
      await visit.the('summary').waitFor();
    });
  }

  /** The money of the project, with the evidence of one amount. */
  async money(file: string): Promise<void> {
    await this.picture(file, WIDE, async (visit) => {
      const project = new ProjectVisit(visit, this.sample.projectId);
      await project.open();
      await project.figure('financial/header/Spent').click();
      await visit.the('evidence-entry').first().click();
      await visit.the('fact').waitFor();
    });
  }

  private async picture(
    file: string,
    size: BrowserContextOptions,
    arrange: (visit: Visit) => Promise<void>,
  ): Promise<void> {
    const visit = await Visit.begin(this.browser, this.baseUrl, size);
    try {
      await arrange(visit);
      await visit.page.screenshot({ path: path.join(FOLDER, file), animations: 'disabled' });
      process.stdout.write(`docs/images/${file}\n`);
    } finally {
      await visit.end();
    }
  }
}
