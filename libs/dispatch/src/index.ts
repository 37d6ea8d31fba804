export type { DeliveryLogger } from './delivery-terms.ts';
export { RunInspector } from './run-inspector.ts';
export { ensureSchedules } from './schedules.ts';
export { TaskDelivery } from './task-delivery.ts';
export { WakeDelivery } from './wake-delivery.ts';
export { WorkerVersions } from './worker-versions.ts';
