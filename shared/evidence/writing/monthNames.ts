/** As they stand in dates of English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish and Russian tools. */
const namesByMonth = [
  'jan january januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia sty января янв',
  'feb february februar februari février fevrier févr fev fév febrero febbraio fevereiro lutego lut февраля фев февр',
  'mar march märz mär mrz maart mrt mars marzo março marca мар марта',
  'apr april avril avr abril abr aprile kwietnia kwi апреля апр',
  'may mai mei maj mayo maggio mag maio maja мая май',
  'jun june juni juin junio giugno giu junho czerwca cze июня июн',
  'jul july juli juillet juil julio luglio lug julho lipca lip июля июл',
  'aug august augustus augusti août aout agosto ago sierpnia sie августа авг',
  'sep sept september septembre septiembre settembre set setembro września wrz сентября сен сент',
  'oct okt october oktober octobre octubre ottobre ott outubro out października paź октября окт',
  'nov november novembre noviembre novembro listopada lis ноября ноя нояб',
  'dec dez dic déc des december dezember décembre decembre diciembre dicembre dezembro desember grudnia gru декабря дек',
]

const monthByName = new Map(
  namesByMonth.flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
)

/** Whole names only, longest first: `marked` is not March. */
export const monthPattern = [...monthByName.keys()].sort((a, b) => b.length - a.length).join('|')

export const monthOf = (name: string): number | null => monthByName.get(name.toLowerCase()) ?? null
