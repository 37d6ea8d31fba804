/** What a model is to look for, in addition to the descriptions of the fact types. */
export const FINANCIAL_INSTRUCTIONS = `
Read statements about the money of this project: what it may spend, has spent, has to pay, receives,
is billed, is offered and expects to pay.

- State each amount once, as it is said. Do not add, convert or round. A total of amounts that are
  also stated one by one is no fact of its own.
- The currency is the one that is said, otherwise that of the project.
- For "between 300 and 400" the amount is 300 and upTo is 400. For "200 a month" per is month.
- When a recurring amount ends is a term with the same label: on is the date of "until March", the
  value is 6 months of "for six months".
- The label is the noun phrase that the amount is about, in words of the line.
- A quote or an estimate is no expense. A bill that was paid is an invoice with the status paid.
- A grant that was refused or withdrawn is income with the status rejected; a loan to the project
  has the status lent.
- Leave out money of other people and companies, what is denied, and jokes.
- What is asked, supposed or doubted is possible; everything else is certain.
- Numbers of telephones, rooms, versions, pages and years are no money.
- That something was paid or cancelled is a closing where its amount is not said.
- Of "240, no wait, 260" only 260 is stated; it corrects.
- "Actually 13,000" and "I meant 13,000" correct an earlier statement.
`.trim();
