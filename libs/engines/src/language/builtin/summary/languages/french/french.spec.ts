import { certainIn, linesOf } from '../items.fixture.ts';

const of = (text: string) => certainIn('fr', linesOf(text));

describe('action items in French', () => {
  it.each([
    ["Léa: Je t'envoie la liste demain.", 'Léa', 'demain'],
    ['Léa: Je vais appeler le propriétaire lundi matin.', 'Léa', 'lundi matin'],
    ["Léa: J'enverrai le devis avant vendredi.", 'Léa', 'avant vendredi'],
    ["Léa: Je m'occupe des boissons.", 'Léa', null],
    ["Léa: Je m'en occupe d'ici la fin de la semaine.", 'Léa', "d'ici la fin de la semaine"],
    ['Léa: Je vous transmets le dossier.', 'Léa', null],
    ['Léa: Je commanderai les chaises.', 'Léa', null],
    ['Léa: Je vais vous préparer un compte rendu.', 'Léa', null],
    ['Léa: Je relis le contrat avant la réunion.', 'Léa', 'avant la réunion'],
    ["Léa: Oui, d'accord, je réserve la salle pour le 12 juin.", 'Léa', 'pour le 12 juin'],
    ['Léa: Je me charge de prévenir les voisins.', 'Léa', null],
    ["Léa: J'achète le papier la semaine prochaine.", 'Léa', 'la semaine prochaine'],
    ['Léa: Hugo va envoyer les invitations avant jeudi. / Hugo: Exact.', 'Hugo', 'avant jeudi'],
    ["Léa: Hugo s'occupe du gâteau. / Hugo: Oui.", 'Hugo', null],
    ['Léa: Hugo imprimera les affiches. / Hugo: Oui.', 'Hugo', null],
    [
      'Léa: Peux-tu imprimer les affiches pour mercredi ? / Hugo: Oui, bien sûr.',
      'Hugo',
      'pour mercredi',
    ],
    ['Léa: Hugo, tu pourrais réserver la salle ? / Hugo: Pas de problème.', 'Hugo', null],
    ["Léa: Est-ce que vous pouvez m'envoyer le contrat ? / M. Petit: Entendu.", 'M. Petit', null],
    ["Léa: Envoie-moi les photos, s'il te plaît. / Hugo: D'accord.", 'Hugo', null],
    ["Léa: Qui peut commander le projecteur ? / Hugo: Je m'en charge.", 'Hugo', null],
    ["Léa: Hugo, n'oublie pas d'envoyer le colis. / Hugo: Oui, d'accord.", 'Hugo', null],
    ['Léa: Je peux appeler le plombier. / Hugo: Ce serait super.', 'Léa', null],
  ])('are found: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each([
    "Léa: Je ne t'envoie pas la liste.",
    'Léa: Je vous envoie un rapport chaque lundi.',
    "Léa: S'il pleut, j'appellerai le couvreur demain.",
    'Léa: Si elle vient, je commanderai les chaises.',
    "Léa: J'appellerais le couvreur demain.",
    "Léa: J'ai commandé les chaises hier.",
    'Léa: Il dit que je lui envoie la facture demain.',
    "Léa: Est-ce que je t'envoie la liste demain ?",
    'Léa: Je vous envoie le lien dans le chat maintenant.',
    'Léa: Je vais partager mon écran.',
    'Léa: Je vais vous poser une question.',
    "Léa: Je passe au point suivant de l'ordre du jour.",
    'Léa: Je vous demande un peu de patience.',
    'Léa: Je te rappelle que la réunion est lundi.',
    "Léa: Tu m'entends ? / Hugo: Oui.",
    "Léa: Pouvez-vous répéter, s'il vous plaît ? / Hugo: Oui.",
    'Léa: Peux-tu imprimer les affiches ? / Hugo: Non, désolé.',
    'Léa: Je peux appeler le plombier. / Hugo: Hm.',
    'Léa: Je serai en vacances lundi.',
    'Léa: Je vais bien, merci.',
    'Léa: Je vais à Lyon vendredi.',
    "Léa: Je voulais t'envoyer la liste.",
    'Léa: Je devais appeler le propriétaire lundi dernier.',
    "Léa: Peut-être que je t'enverrai la liste demain.",
    'Léa: Le garage envoie la facture demain.',
    'Léa: Il commandera des pneus neufs la semaine prochaine.',
    'Léa: Je vous envoie mes salutations.',
    'Léa: Je vous appelle au sujet de ma facture de lundi.',
    "Léa: Je m'occupe de mes enfants le mercredi.",
    'Léa: On envoie toujours les invitations en mai.',
  ])('leave out: %s', (text) => {
    expect(of(text).tasks).toEqual([]);
  });

  it('are possible where it is left open or only should be done', () => {
    expect(of('Léa: Je pense que je vais appeler le propriétaire lundi.').possible).toBe(1);
    expect(of('Léa: Il faut réserver la salle avant vendredi.').possible).toBe(1);
  });
});

describe('what somebody has to do in French', () => {
  it.each<readonly [string, string, string | null]>([
    ['Léa: Tu dois encore réserver la salle. / Hugo: D’accord.', 'Hugo', null],
    [
      'Léa: Hugo, tu dois envoyer les invitations avant jeudi. / Hugo: Bien sûr.',
      'Hugo',
      'avant jeudi',
    ],
    ['Léa: Vous devez encore payer la facture. / Hugo: Oui.', 'Hugo', null],
  ])('is a task once it is accepted: %s', (text, who, when) => {
    expect(of(text).tasks).toEqual([[who, when]]);
  });

  it.each(['Léa: Hugo, tu dois réserver la salle avant vendredi.'])(
    'is possible with a time: %s',
    (text) => {
      expect(of(text)).toMatchObject({ tasks: [], possible: 1 });
    },
  );

  it.each([
    'Léa: Tu dois encore réserver la salle. / Hugo: Hum.',
    'Léa: Tu dois réserver la salle ? / Hugo: Oui.',
    'Léa: Tu dois toujours vérifier la facture. / Hugo: Oui.',
    'Léa: Si tu fêtes, tu dois réserver la salle. / Hugo: Oui.',
    'Léa: Tu dois savoir que la salle est petite. / Hugo: Oui.',
    'Léa: Tu ne dois pas réserver la salle. / Hugo: D’accord.',
    'Léa: Tu dois encore réserver la salle. / Hugo: Non.',
    'Léa: Hugo s’occupe toujours de la caisse. / Hugo: Oui.',
    'Léa: Chez nous, Hugo s’occupe de la caisse. / Hugo: Oui.',
    'Léa: Hugo est responsable de la caisse. / Hugo: Oui.',
  ])('is no task where it is a rule, a role or a question: %s', (text) => {
    expect(of(text)).toMatchObject({ tasks: [], possible: 0 });
  });
});

describe('decisions in French', () => {
  it.each([
    'Léa: Nous avons décidé de vendre le vieux bateau.',
    'Léa: On a choisi la deuxième offre du garage.',
    "Léa: C'est décidé, on reporte la fête au mois de juin.",
    'Léa: On a finalement opté pour la salle de Lyon.',
    "Léa: Nous nous sommes mis d'accord sur un budget de mille euros.",
    'Léa: La décision est de prolonger le contrat avec Nordwind.',
    'Léa: Le budget est adopté avec douze voix.',
    'Léa: Je propose de louer la salle de Lyon. / Hugo: Bonne idée.',
    'Léa: Et si on prenait la peinture bleue ? / Hugo: Ça me va.',
    "Léa: Bon, alors on garde la peinture bleue. / Hugo: D'accord.",
  ])('are found: %s', (text) => {
    expect(of(text).decisions).toHaveLength(1);
  });

  it.each([
    "Léa: Nous n'avons pas encore décidé quel bateau vendre.",
    'Léa: Est-ce que nous avons décidé de vendre le bateau ?',
    "Léa: L'an dernier, nous avons décidé de vendre le bateau.",
    'Léa: Il dit que nous avons décidé de vendre le bateau.',
    'Léa: Il faut décider avant vendredi quel bateau vendre.',
    'Léa: Ils ont décidé de vendre le bateau.',
    'Léa: On a décidé de faire une pause maintenant.',
    'Léa: Je propose de passer au point suivant. / Hugo: Bonne idée.',
    'Léa: Je propose de louer la salle de Lyon. / Hugo: Non, je suis contre.',
    'Léa: Je propose de louer la salle de Lyon. / Hugo: Hm.',
    'Léa: On prend toujours le bus le matin.',
    'Léa: Hier, on a décidé de vendre le bateau.',
    "Léa: La météo a décidé d'être mauvaise.",
  ])('leave out: %s', (text) => {
    expect(of(text).decisions).toEqual([]);
  });
});
