const REFUND =
  /(?<!\p{L})(?:refund(?:ed)?|credit note|returned?|rückerstattung|erstattung|gutschrift|remboursement|avoir|reembolso|devolución)(?!\p{L})/iu;

/** Whether the text of a row is of money that comes back. */
export function isRefundText(text: string): boolean {
  return REFUND.test(text);
}
