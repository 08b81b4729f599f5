import { describe, expect, it } from 'vitest';
import { isReadable } from '../../../lib/claims/language.ts';
import { recordOf } from '../rules/cases.ts';

const readable: [string, string][] = [
  ['a closing note', 'Resolved — confirmed billing in Stripe, escalated to AE per enterprise policy, refunded $48.'],
  ['a reply', 'Hi Dana, I have refunded $48 to your card. Let me know if there is anything else.'],
  ['a list of flights with Spanish place names', 'Flight HAT229: Denver to Las Vegas. Flight HAT266: Las Vegas to Los Angeles. Price: $109.'],
  ['a customer’s name in another script', 'I have updated the name on the account to 山田太郎 and sent the confirmation.'],
  [
    'a quoted sentence of another language',
    'The customer wrote “no me llegó el paquete”. I have sent a replacement and you will receive it on Monday.',
  ],
  ['telegraphic notes', 'refunded $48, esc. to T2, cx notified'],
  ['codes', 'RMA-2210 / ORD-5512 / INV-20931 / SKU-1'],
  ['an emoji', '👍'],
  ['nothing', ''],
];

const unreadable: [string, string][] = [
  ['German', 'Ich habe Ihnen 48 € erstattet und den Fall an die Buchhaltung weitergeleitet. Sie erhalten in Kürze eine Bestätigung.'],
  ['French', 'Nous avons remboursé 48 € sur votre carte et transmis le dossier au service comptable. Vous recevrez un e-mail.'],
  ['Spanish', 'Hemos reembolsado 48 € en su tarjeta y el caso se ha escalado al equipo de facturación. Gracias por su paciencia.'],
  ['Portuguese', 'O reembolso de 48 € foi feito no seu cartão e o caso foi encaminhado para a equipe. Obrigado pela sua paciência.'],
  ['Italian', 'Abbiamo rimborsato 48 € sulla sua carta e il caso è stato inoltrato al reparto di fatturazione. Grazie per la pazienza.'],
  ['Dutch', 'Wij hebben het bedrag van 48 euro voor u teruggestort en een bericht gestuurd. Het is binnen drie dagen op uw rekening.'],
  ['Swedish', 'Jag har återbetalat 48 euro till ditt kort och skickat ett mejl. Det är klart inom tre dagar för din del.'],
  ['Polish', 'Zwróciliśmy 48 euro na kartę i wysłaliśmy wiadomość. Sprawa została przekazana do działu, który się nie spóźnia i jest na miejscu.'],
  ['Russian', 'Мы вернули 48 евро на вашу карту.'],
  ['Japanese', '48ユーロを返金いたしました。'],
  ['Arabic', 'لقد قمنا برد المبلغ إلى بطاقتك.'],
];

describe('what the engine reads', () => {
  it.each(readable)('%s', (_, text) => {
    expect(isReadable(text)).toBe(true);
  });
});

describe('what it does not read, and says so', () => {
  it.each(unreadable)('%s', (_, text) => {
    expect(isReadable(text)).toBe(false);
  });

  it('a message of the agent is a gap of the record, named', () => {
    expect(recordOf({ text: 'Wir haben Ihnen das Geld für die Bestellung erstattet, und Sie erhalten eine Nachricht.', calls: [] }).gaps).toEqual([
      { kind: 'language', messageId: 'm1' },
    ]);
    expect(recordOf({ text: 'I have refunded $48.', calls: [] }).gaps).toEqual([]);
  });
});
