import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { ProjectVisit } from '../../test/browser/project-visit.ts';
import { Visit } from '../../test/browser/visit.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/images');
const SIZES = {
  /** Tall enough for the whole of the sample conversation. */
  wide: {
    viewport: { width: 1400, height: 1230 },
    deviceScaleFactor: 1.2,
    colorScheme: 'light',
  },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme: 'light',
  },
} as const satisfies Record<string, BrowserContextOptions>;
/** An amount that is said in the sample conversation. */
const SAID = '$18,000';
/** How large a picture is. */
type Size = keyof typeof SIZES;

/** The sample conversation and the project that it belongs to. */
export interface Sample {
  readonly conversationId: string;
  readonly projectId: string;
}

/** Takes pictures of the page. */
export class Studio {
  constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
    private readonly sample: Sample,
  ) {}

  async conversation(file: string, size: Size): Promise<void> {
    await this.picture(file, size, async (visit) => {
      await visit.goTo(`/conversations/${this.sample.conversationId}`);
      await visit.the('segment').first().waitFor({ state: 'attached' });
      await visit.showPart('summary');
      await visit.the('summary').waitFor();
      await visit.the('edit-summary').waitFor();
    });
  }

  /** The money of the project as it is now, with the evidence of an amount that was said. */
  async money(file: string): Promise<void> {
    await this.picture(file, 'wide', async (visit) => {
      const project = new ProjectVisit(visit, this.sample.projectId);
      await project.open();
      await visit.the('refresh').click();
      await visit.the('out-of-date').waitFor({ state: 'detached' });
      const said = visit.the('row').filter({ hasText: SAID }).first();
      await said.getByRole('button').first().click();
      await visit.the('evidence-play').waitFor();
    });
  }

  private async picture(
    file: string,
    size: Size,
    arrange: (visit: Visit) => Promise<void>,
  ): Promise<void> {
    const visit = await Visit.begin(this.browser, this.baseUrl, SIZES[size]);
    try {
      await arrange(visit);
      await visit.page.screenshot({ path: path.join(FOLDER, file), animations: 'disabled' });
      process.stdout.write(`docs/images/${file}\n`);
    } finally {
      await visit.end();
    }
  }
}
