const PAIRS =
  'Luna Lena, Jill Will, Anna Hannah, Sara Zara, Jon Joan, Mia Maya, Erik Erika, Carl Carla, Tim Tom, Ben Bob, Dan Dawn, Don Dan, Joan Jan, Lara Laura, Mary Marie, Maria Mario, Nina Nora, Paul Paula, Ron Ryan, Sam Pam, Tina Dina, Tara Dara, Kara Cora, Lisa Liza, Lynn Len, Marc Mark, Mara Mira, Nick Nico, Pete Pat, Rita Rada, Rob Ruby, Ross Rose, Sean Shane, Steve Steph, Ted Todd, Vera Faro, Wanda Wendy, Alan Ellen, Amy Emma, Andre Andrea, Bill Bella, Brad Brett, Cary Corey, Dale Dell, Dana Dina, Eva Ava, Gina Jenna, Harry Henry, Jack Jake, Julia Julie, Karen Corinne, Leo Lou';

/** Names that sound or look like others that a glossary has. */
export const LOOK_ALIKE_NAMES: readonly (readonly [heard: string, term: string])[] = PAIRS.split(
  ', ',
).map((pair) => {
  const [heard = '', term = ''] = pair.split(' ');
  return [heard, term];
});
