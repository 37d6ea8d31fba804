export type { DeliveryLogger } from './delivery/deliver-in-time.ts';
export { ReplacedRuns } from './runs/replaced-runs.ts';
export { RunInspector } from './runs/run-inspector.ts';
export { ensureSchedules, ScheduleUpdateError } from './schedules/schedules.ts';
export { TaskDelivery } from './delivery/task-delivery.ts';
export { WorkSignalDelivery } from './delivery/work-signal-delivery.ts';
export { EarlierEntityRuns } from './versions/earlier-entity-runs.ts';
export { WorkerVersions } from './versions/worker-versions.ts';
export { runSettingsOf } from './run-settings.ts';
