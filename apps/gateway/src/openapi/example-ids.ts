/** Ids that all examples of the OpenAPI document share. */
export const EXAMPLE = {
  conversationId: 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x',
  exchangeId: 'exc_01jd3k4m5n6p7q8r9s0t1v2w3w',
  turnId: 'trn_01jd3k4m5n6p7q8r9s0t1v2w3y',
  clipId: 'clp_01jd3k4m5n6p7q8r9s0t1v2w3z',
  taskId: 'tsk_01jd3k4m5n6p7q8r9s0t1v2w40',
  summaryTaskId: 'tsk_01jd3k4m5n6p7q8r9s0t1v2w46',
  memoryId: 'mem_01jd3k4m5n6p7q8r9s0t1v2w44',
  scoringTaskId: 'tsk_01jd3k4m5n6p7q8r9s0t1v2w47',
  backupId: 'bkp_01jd3k4m5n6p7q8r9s0t1v2w50',
  backupTaskId: 'tsk_01jd3k4m5n6p7q8r9s0t1v2w50',
  restoreTaskId: 'tsk_01jd3k4m5n6p7q8r9s0t1v2w51',
  runId: '019aab2f-6f1e-7d3c-9a55-0b8d7c6e5f41',
  createdAt: '2026-11-22T09:30:00.000Z',
} as const;
