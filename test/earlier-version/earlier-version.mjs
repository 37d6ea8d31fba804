import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openAsBlob, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a check no longer throws. */
export async function eventually(check, timeoutMs = 120_000, pauseMs = 20) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await sleep(pauseMs);
  }
}

/** Temporal keeps names of machines and paths of programs in its histories; these are nobody's. */
const HOSTNAME = 'afterword';
const HOME = '/opt/afterword';
/** Runs a command there, on a checkout (`$1`) and a data folder (`$2`), unseen by other processes. */
const ELSEWHERE = `set -e
  hostname ${HOSTNAME}
  mount -t tmpfs none /opt
  mkdir ${HOME}
  mount --bind "$1" ${HOME}
  mkdir -p ${HOME}/data
  mount --bind "$2" ${HOME}/data
  cd ${HOME}
  shift 2
  exec "$@"`;
/** Recordings of seconds are cut, and one chunk is decoded after the other. */
const SETTINGS = { AFTERWORD_SPEECH_CHUNK_SECONDS: '8', AFTERWORD_SPEECH_SLOTS: '1' };
const TEMPORAL = '.toolchain/temporal/temporal';
const ENDED = ['completed', 'failed', 'cancelled'];

/** A product of an earlier version that runs on a data folder of its own. */
export class EarlierVersion {
  #child = null;
  #said = '';

  constructor(checkout, dataFolder) {
    this.checkout = checkout;
    this.dataFolder = dataFolder;
    mkdirSync(dataFolder, { recursive: true });
  }

  /** @param only parts, as for `--only` */
  async start(only) {
    const [port, database, temporal, ui] = await freePorts(4);
    Object.assign(this, { port, database, temporalPort: temporal });
    const command = [process.execPath, 'dist/apps/cli/src/main.js', 'start', '--only', only];
    const elsewhere = ['--uts', '--mount', 'sh', '-c', ELSEWHERE, 'sh'];
    const folders = [this.checkout, this.dataFolder];
    this.#said = '';
    this.#child = spawn('unshare', [...elsewhere, ...folders, ...command, '--no-sample'], {
      env: {
        ...process.env,
        ...SETTINGS,
        AFTERWORD_TEMPORAL_CLI: `${HOME}/${TEMPORAL}`,
        AFTERWORD_DATA_FOLDER: `${HOME}/data`,
        AFTERWORD_PORT: String(port),
        AFTERWORD_DATABASE_PORT: String(database),
        AFTERWORD_TEMPORAL_PORT: String(temporal),
        AFTERWORD_TEMPORAL_UI_PORT: String(ui),
      },
    });
    const hear = (text) => (this.#said += text);
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream.on('data', hear);
    // It is the last to start. Without Temporal it is alive, though never ready.
    await eventually(() => this.get('/health/live')).catch((cause) => {
      throw new Error(this.#said, { cause });
    });
  }

  async stop() {
    if (this.#child === null) return;
    const ended = once(this.#child, 'close');
    if (this.#child.kill('SIGTERM')) await ended;
    this.#child = null;
  }

  async send(method, route, body) {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.#ask(route, { method, ...(body === undefined ? {} : json) });
  }

  get(route) {
    return this.#ask(route);
  }

  post(route, body) {
    return this.send('POST', route, body);
  }

  async createConversation(title, more) {
    return (await this.post('/conversations', { title, ...more })).id;
  }

  say(conversationId, ...turns) {
    return this.post(`/conversations/${conversationId}/exchanges`, { turns });
  }

  async upload(conversationId, file, speaker) {
    const body = new FormData();
    body.append('speaker', speaker);
    body.append('file', await openAsBlob(path.join(this.checkout, file)), path.basename(file));
    return this.#ask(`/conversations/${conversationId}/clips`, { method: 'POST', body });
  }

  /** Waits until the summary of a conversation is of its present text. */
  settled(conversationId) {
    return eventually(async () => {
      const { current } = await this.get(`/conversations/${conversationId}/summary`);
      if (!current) throw new Error('The summary is of an earlier text.');
      await this.nothingIsOpen(`&conversationId=${conversationId}`, 0);
    });
  }

  nothingIsOpen(query = '', timeoutMs = undefined) {
    return eventually(async () => {
      const { items } = await this.get(`/tasks?limit=200${query}`);
      const open = items.filter(({ state }) => !ENDED.includes(state));
      if (open.length > 0) throw new Error(`${open.length} tasks are open.`);
    }, timeoutMs);
  }

  /**
   * Waits until activities wait in queues, and none is being worked on.
   * @param wanted their names; chunks of a recording count as one, however many there are
   */
  waitInTemporal(wanted) {
    return eventually(
      async () => {
        const pending = await this.pendingActivities();
        const isFirst = ({ name }, at) =>
          name !== 'transcribeChunk' || at === pending.findIndex((each) => each.name === name);
        const names = pending.filter(isFirst).map(({ name }) => name);
        const idle = pending.every(({ state }) => state === 'PENDING_ACTIVITY_STATE_SCHEDULED');
        if (!idle || String(names.sort()) !== String([...wanted].sort())) {
          throw new Error(`There wait ${JSON.stringify(pending)}.`);
        }
      },
      60_000,
      500,
    );
  }

  async pendingActivities() {
    const query = "ExecutionStatus = 'Running' AND TaskType IS NOT NULL";
    const runs = JSON.parse(this.temporal('workflow', 'list', '--query', query));
    return runs.flatMap(({ execution: { workflowId } }) => {
      const run = JSON.parse(this.temporal('workflow', 'describe', '--workflow-id', workflowId));
      return (run.pendingActivities ?? []).map(({ activityId, activityType, state }) => ({
        ...{ workflowId, activityId, name: activityType.name, state },
      }));
    });
  }

  /** Runs a command of Temporal's program. @returns what it printed, as JSON */
  temporal(...command) {
    const where = ['--address', `127.0.0.1:${this.temporalPort}`, '--output', 'json'];
    const identity = ['--identity', HOSTNAME];
    const program = path.join(this.checkout, TEMPORAL);
    return execFileSync(program, [...command, ...where, ...identity], { encoding: 'utf8' });
  }

  /** As whom the database is administered, and where. */
  get databaseAdministrator() {
    const secrets = readFileSync(path.join(this.dataFolder, 'secrets/database.json'), 'utf8');
    const { admin } = JSON.parse(secrets);
    return `postgresql://afterword_admin:${admin}@127.0.0.1:${this.database}/afterword`;
  }

  async #ask(route, init) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${route}`, init);
    if (!answer.ok) throw new Error(`${route} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
