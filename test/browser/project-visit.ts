import type { Locator } from 'playwright-core';
import type { Visit } from './visit.ts';

/** What a visitor does on the page of a project. */
export class ProjectVisit {
  constructor(
    readonly visit: Visit,
    readonly projectId: string,
  ) {}

  /** Opens a part of the project. @param part path within it, such as `/agents/financial` */
  async open(part = '/agents/financial'): Promise<void> {
    await this.visit.goTo(`/projects/${this.projectId}${part}`);
    await this.visit.the('project-title').waitFor();
  }

  /** Opens the dashboard of an agent by its tab. */
  async openAgent(agent = 'financial'): Promise<void> {
    await this.visit.the(`tab-${agent}`).click();
    await this.visit.page.locator(`[data-test=dashboard][data-agent=${agent}]`).waitFor();
  }

  /** A figure by its address, such as `financial/header/Spent`. */
  figure(key: string): Locator {
    return this.visit.page.locator(`[data-test=figure][data-figure="${key}"]`).first();
  }

  /** Waits until a figure of the header of the financial agent shows a value. */
  async sees(label: string, value: string): Promise<void> {
    await this.figure(`financial/header/${label}`).getByText(value, { exact: true }).waitFor();
  }

  /** The statements that the open figure was computed from. */
  entry(label: string): Locator {
    return this.visit.the('evidence-entry').filter({ hasText: label });
  }

  /** Opens a statement that is part of a figure of the header. */
  async openStatement(label: string, figure = 'Spent'): Promise<void> {
    await this.figure(`financial/header/${figure}`).click();
    await this.entry(label).click();
    await this.visit.the('fact').waitFor();
  }

  /** The rows of a block, by its key. */
  rows(block: string): Locator {
    return this.visit.page.locator(`[data-block=${block}]`).getByTestId('row');
  }
}

/** The `data-test` of the element that has the focus, and the address of a figure. */
export function focusedOn(visit: Visit): Promise<string> {
  return visit.page.evaluate<string>(
    `[document.activeElement.dataset.test, document.activeElement.dataset.figure].join(' ').trim()`,
  );
}
