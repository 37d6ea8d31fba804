export { TaskDelivery } from './task-delivery.ts';
export { WakeDelivery } from './wake-delivery.ts';
export type { DeliveryLogger } from './delivery-terms.ts';
