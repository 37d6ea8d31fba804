import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter } from '../logs/reporter.ts';
import type { SampleApi } from './sample-api.ts';
import type { Sample } from './sample-files.ts';
import type { SampleProject } from './sample-project.ts';

/** Contents of the marker file in the data folder. */
const OFFERING = 'offering';
const OFFERED = 'offered';

/** The sample conversation with its project, and where to post them. */
export interface SampleOffer {
  readonly sample: Sample;
  readonly project: SampleProject;
  readonly api: SampleApi;
  readonly dataFolder: string;
  /** URL of the page. */
  readonly page: string;
}

/**
 * Adds the sample conversation and its project once per data folder, and only if there are no conversations. A
 * deleted sample is not added again. If this is interrupted, the next start completes it; the
 * idempotency keys prevent duplicates.
 */
export async function offerSample(offer: SampleOffer, reporter: Reporter): Promise<void> {
  const marker = path.join(offer.dataFolder, 'sample-conversation');
  const state = existsSync(marker) ? readFileSync(marker, 'utf8') : null;
  if (state === OFFERED) return;
  try {
    if (state === OFFERING || (await offer.api.isEmpty())) {
      writeFileSync(marker, OFFERING);
      await post(offer, reporter);
    }
    writeFileSync(marker, OFFERED);
  } catch (cause) {
    reporter.warn('sample', `was not added (${String(cause)}); the next start tries again`);
  }
}

async function post(offer: SampleOffer, reporter: Reporter): Promise<void> {
  const { sample, api, page } = offer;
  const projectId = await postProject(offer);
  const id = await api.createConversation(sample.title, projectId, 'sample-conversation');
  for (const [index, clip] of sample.clips.entries()) {
    await api.addClip(id, clip, `sample-clip-${index}`);
  }
  await api.makeReports(projectId, 'sample-report');
  reporter.say(
    `\nA sample conversation, “${sample.title}”, is being transcribed: ${page}/conversations/${id}` +
      `\nIts project, with dashboards that fill while you read: ${page}/projects/${projectId}`,
  );
}

/** @returns id of the project */
async function postProject({ project, api }: SampleOffer): Promise<string> {
  const projectId = await api.createProject(project, 'sample-project');
  await api.setPlan(projectId, project.plan);
  await api.addDocument(projectId, project.document, 'sample-document');
  for (const [index, { title, turns }] of project.conversations.entries()) {
    const key = `sample-talk-${index}`;
    const id = await api.createConversation(title, projectId, key);
    await api.addExchange(id, turns, `${key}-exchange`);
  }
  return projectId;
}
