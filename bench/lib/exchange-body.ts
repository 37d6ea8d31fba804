/** Request body of an exchange of two turns. */
export const exchangeBody = (number: number) => ({
  turns: [
    { speaker: 'Ada', text: `Point ${number} of our plan is about the launch in spring.` },
    { speaker: 'Tom', text: `I will look into point ${number} by Friday.` },
  ],
});
