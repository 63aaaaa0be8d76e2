/** Text as it is compared when people search: without marks and without case (“Müller” is found by “muller”). */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
