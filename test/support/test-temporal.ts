import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { quietTemporal } from './quiet-temporal.ts';
import { newNamespace } from './shared-servers.ts';

/** A namespace on the shared Temporal, with a client and workers. */
export class TestTemporal {
  readonly client: Client;

  private constructor(
    /** `host:port` */
    readonly address: string,
    readonly namespace: string,
    readonly connection: Connection,
    readonly nativeConnection: NativeConnection,
  ) {
    this.client = new Client({ connection, namespace });
  }

  static async open(): Promise<TestTemporal> {
    quietTemporal();
    const { address, namespace } = await newNamespace();
    // Like the gateway's: a pending retry would outlive the connection.
    const connection = await Connection.connect({ address, interceptors: [] });
    const native = await NativeConnection.connect({ address });
    return new TestTemporal(address, namespace, connection, native);
  }

  /** A worker of the namespace. All workers must have stopped before {@link close}. */
  worker(options: Omit<WorkerOptions, 'connection' | 'namespace'>): Promise<Worker> {
    const { nativeConnection: connection, namespace } = this;
    return Worker.create({ ...options, connection, namespace });
  }

  /** About how many activities wait in a queue. */
  async backlog(queue: string): Promise<number> {
    const { stats } = await this.client.workflowService.describeTaskQueue({
      namespace: this.namespace,
      taskQueue: { name: queue },
      // The value for activities; the package of the enum is no direct dependency.
      taskQueueType: 2,
      reportStats: true,
    });
    return Number(stats?.approximateBacklogCount ?? 0);
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.nativeConnection.close();
  }
}
