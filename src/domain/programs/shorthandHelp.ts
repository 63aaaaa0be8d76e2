/** What can be typed in a cell, and what it means: the grammar of `shorthand.ts` for people. Every example can be typed as it stands. */
export const SHORTHAND_HELP: readonly { readonly typed: readonly string[]; readonly means: string }[] = [
  { typed: ['4x3@85', '4x3 85%'], means: '4 sets of 3 at 85 % of the maximum' },
  { typed: ['3x4 @90%TM'], means: 'per cent of the training max' },
  { typed: ['5x3 100kg', '5x3 225lb'], means: 'a load' },
  { typed: ['3x5 RPE8', '3x5 @8', '3x5 RIR2'], means: 'an effort' },
  { typed: ['4x4 4RM'], means: 'the most that goes 4 times, held to RPE 9' },
  { typed: ['3x4-6'], means: 'a range, with the load of last time' },
  { typed: ['1x5 70, 1x5 80, 3x3 85'], means: 'sets that differ' },
  { typed: ['3x6/side'], means: 'each side' },
  { typed: ['3x30s', '5x4x3s 90%MVC'], means: 'holds' },
  { typed: ['3x8c', '3x20m'], means: 'ground contacts; a carry' },
  { typed: ['2x12 bw', '2x12 rung+1'], means: 'own weight; the next rung of the ladder' },
  { typed: ['+2.5', '+2.5%', '+1rep', '-1set', '+1rung'], means: 'against the last week that was no deload' },
  { typed: ['='], means: 'as that week' },
  { typed: ['-', 'x'], means: 'not done this week; left out on purpose' },
  { typed: ['3x5@80 cap8', "3x5@80 r3'", '3x5@80 t3110'], means: 'highest RPE, rest, tempo' },
  { typed: ['3x5@80 "knees out"'], means: 'a cue for the sheet' },
];
