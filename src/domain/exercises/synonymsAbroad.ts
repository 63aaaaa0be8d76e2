/**
 * What the apps call the commonest lifts in other languages: Portuguese, Spanish, German, French, Italian and Turkish, as
 * they print them with what each is done with. Only names of truly the same lift, as in English.
 */
export const NAMES_ABROAD: Readonly<Record<string, readonly string[]>> = {
  sq_back: [
    'Agachamento (Barra)',
    'Sentadilla (Barra)',
    'Kniebeuge (Langhantel)',
    'Squat (Barre)',
    'Squat (Bilanciere)',
    'Squat (Bar)',
  ],
  sq_legpress: [
    'Leg Press 45º (Máquina)',
    'Leg Press (Máquina)',
    'Prensa de Piernas (Máquina)',
    'Beinpresse (Maschine)',
  ],
  hi_dl: [
    'Levantamento Terra (Barra)',
    'Peso Muerto (Barra)',
    'Kreuzheben (Langhantel)',
    'Soulevé de Terre (Barre)',
    'Stacco da Terra (Bilanciere)',
    'Deadlift (Bar)',
  ],
  hi_trap: ['Levantamento Terra (Barra Hexagonal)', 'Peso Muerto (Barra Hexagonal)'],
  hi_rdl_bb: [
    'Levantamento Terra Romeno (Barra)',
    'Peso Muerto Rumano (Barra)',
    'Rumänisches Kreuzheben (Langhantel)',
    'Soulevé de Terre Roumain (Barre)',
    'Stacco Rumeno (Bilanciere)',
  ],
  hi_rdl_db: [
    'Levantamento Terra Romeno (Halter)',
    'Peso Muerto Rumano (Mancuerna)',
    'Rumänisches Kreuzheben (Kurzhantel)',
    'Soulevé de Terre Roumain (Haltère)',
    'Stacco Rumeno (Manubrio)',
  ],
  hi_thrust_bb: [
    'Elevação Pélvica (Barra)',
    'Hip Thrust (Barra)',
    'Hip Thrust (Langhantel)',
    'Hip Thrust (Barre)',
    'Hip Thrust (Bilanciere)',
  ],
  ha_curl_mach: ['Cadeira Flexora (Máquina)', 'Mesa Flexora (Máquina)'],
  lu_bss: ['Agachamento Búlgaro', 'Sentadilla Búlgara'],
  pu_bb_bench: [
    'Supino (Barra)',
    'Press de Banca (Barra)',
    'Bankdrücken (Langhantel)',
    'Développé Couché (Barre)',
    'Panca Piana (Bilanciere)',
    'Bench Press (Bar)',
  ],
  pu_db_bench: [
    'Supino (Halter)',
    'Press de Banca (Mancuerna)',
    'Bankdrücken (Kurzhantel)',
    'Développé Couché (Haltère)',
    'Panca Piana (Manubrio)',
  ],
  pu_ohp: ['Overhead Press (Bar)'],
  pu_full: ['Liegestütz', 'Liegestütze'],
  pl_pullup: ['Barra Fixa', 'Dominada', 'Dominadas', 'Klimmzug', 'Klimmzüge'],
  pl_pullup_w: ['Barra Fixa (Com Peso)', 'Dominada (Con Peso)'],
  pl_bb_row: ['Remadas Dobradas (Barra)', 'Remada Curvada (Barra)', 'Vorgebeugtes Rudern (Langhantel)'],
};
