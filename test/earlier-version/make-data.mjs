/**
 * Makes `data.tar.zst` and `answers.json` with an earlier version; see README.md.
 *
 *     node test/earlier-version/make-data.mjs <checkout of that version, set up and built>
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EarlierVersion, eventually } from './earlier-version.mjs';
import { packData, shrinkDatabase } from './pack-data.mjs';

const HERE = import.meta.dirname;
const checkout = path.resolve(process.argv[2] ?? '.');
/** What waits in Temporal would time out after a day, or a week. */
const FIFTY_YEARS = `${50 * 365 * 24}h`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'afterword-earlier-'));
const product = new EarlierVersion(checkout, path.join(folder, 'data'));
const ada = (text) => ({ speaker: 'Ada', text });
const tom = (text) => ({ speaker: 'Tom', text });

try {
  await product.start('postgres,temporal,worker,gateway');
  const done = await finishedWork();
  const waiting = await waitingWork();
  await keepForYears();
  await product.stop();

  await product.start('postgres,gateway');
  const unheard = await untoldWork();
  const answers = await recordedAnswers({ ...done, ...waiting, ...unheard });
  await shrinkDatabase(product);
  await product.stop();

  writeFileSync(path.join(HERE, 'answers.json'), `${JSON.stringify(answers, null, 2)}\n`);
  packData(product.dataFolder, path.join(HERE, 'data.tar.zst'));
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Everything that has come to an end. */
async function finishedWork() {
  const glossary = ['Kaito'];
  const typed = await product.createConversation('Launch planning', { ownerId: 'ada', glossary });
  await product.say(
    typed,
    ada('i think we we should launch on Monday  and kayto will prepare the demo by Friday.'),
    tom('Agreed. I will book the room tomorrow. My daughter was born last night, by the way!'),
  );
  await product.settled(typed);
  await product.say(typed, ada('We decided to keep the old logo, it it is well known.'));
  const spoken = await product.createConversation('Launch call', { ownerId: 'tom' });
  await product.upload(spoken, 'samples/02-tom.mp3', 'Tom');
  const unreadable = await product.createConversation('No recording', { ownerId: 'eve' });
  await product.upload(unreadable, 'test/audio/faulty/garbage.mp3', 'Eve');
  const narrative = 'Ada has moved to Lisbon with her family.';
  await product.post('/memories', { narrative, ownerId: 'ada' });
  for (const id of [typed, spoken]) await product.settled(id);

  const { turns } = await product.get(`/conversations/${typed}/transcript`);
  const segment = turns[2].segments[0].id;
  const text = 'We decided to keep the old logo until autumn.';
  await product.send('PATCH', `/conversations/${typed}/segments/${segment}`, { text });
  const { items } = await product.get('/memories?ownerId=ada');
  const logo = items.find((memory) => memory.narrative.includes('logo'));
  await product.send('PUT', `/memories/${logo.id}/pin`);
  await product.settled(typed);
  await product.nothingIsOpen();
  return { typed, spoken, unreadable };
}

/** What waits in paused queues, each known to Temporal. */
async function waitingWork() {
  const halfHeard = await product.createConversation('By the river', { ownerId: 'tom' });
  const clip = await product.upload(halfHeard, 'test/audio/without-pauses.ogg', 'Tom');
  await eventually(async () => {
    if ((await product.get(`/tasks/${clip.task.id}`)).progress.done === 0) throw new Error('none');
  });
  await product.post('/queues/speech/pause', { reason: 'A new card.' });
  await product.post('/queues/language/pause', { reason: 'It costs too much.' });

  const paused = await product.createConversation('While paused', { ownerId: 'ada' });
  await product.say(
    paused,
    ada('i think the the catalogue is ready and Nora will print it on Monday.'),
  );
  await product.upload(paused, 'samples/01-nora.mp3', 'Nora');
  await product.post('/tasks', { type: 'summary', conversationId: paused });
  await product.post('/memories', {
    narrative: 'Nora said that her daughter was born last night.',
    ownerId: 'nora',
  });
  // Of the recording that was half heard, the new one, the typed words and the brought memory.
  const engines = ['correctSegments', 'scoreMemories', 'scoreMemories', 'summariseConversation'];
  await product.waitInTemporal(['transcribeChunk', 'probeClip', ...engines]);
  return { halfHeard, paused };
}

/** Nothing may depend on when the data is opened. */
async function keepForYears() {
  const timeouts = ['--schedule-to-close-timeout', '--schedule-to-start-timeout'];
  const later = timeouts.flatMap((timeout) => [timeout, FIFTY_YEARS]);
  for (const { workflowId, activityId } of await product.pendingActivities()) {
    const named = ['--workflow-id', workflowId, '--activity-id', activityId];
    product.temporal('activity', 'update-options', ...named, ...later);
  }
  // Temporal goes through all minutes that a schedule has missed, and fails at a month of them.
  product.temporal('schedule', 'delete', '--schedule-id', 'reconcile');
}

/** What was accepted while Temporal was away, so nobody has told it yet. */
async function untoldWork() {
  const untold = await product.createConversation('Said at the last moment', { ownerId: 'eve' });
  await product.say(untold, ada('Nora will call the the printer by Thursday.'));
  await product.post('/memories', { narrative: 'Tom has bought a boat.', ownerId: 'tom' });
  return { untold };
}

/** What the earlier version answers, for later ones to answer the same. */
async function recordedAnswers(conversations) {
  const { typed, spoken, unreadable, halfHeard, paused } = conversations;
  const of = (id) => [`/conversations/${id}`, `/conversations/${id}/transcript`];
  const { items: tasks } = await product.get('/tasks?limit=200');
  const ended = tasks.filter(({ endedAt }) => endedAt !== null).reverse();
  const routes = [
    ...[typed, spoken, unreadable, halfHeard, paused].flatMap(of),
    ...[typed, spoken].map((id) => `/conversations/${id}/summary`),
    ...ended.map(({ id }) => `/tasks/${id}`),
    ...['ada', 'tom', 'nora'].map((ownerId) => `/memories?ownerId=${ownerId}`),
  ];
  const reads = {};
  for (const route of routes) reads[route] = await product.get(route);
  const open = tasks.filter(({ endedAt }) => endedAt === null).reverse();
  const waiting = open.map(({ id, type, state, progress }) => ({ id, type, state, progress }));
  const { items: events } = await product.get('/event-log?limit=1000');
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: checkout });
  const { version } = JSON.parse(readFileSync(path.join(checkout, 'package.json'), 'utf8'));
  return { version, commit: String(commit).trim(), conversations, reads, waiting, events };
}
