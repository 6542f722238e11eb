import 'server-only'
// An agreement on paper: who and what, each sentence beside what it means in plain words, and room to sign. It is in Dutch
// whoever prints it, for all who sign it read the same paper.
import { model, signatoriesOf } from '@/domain/tenancy/agreement'
import { codeKey } from '@/i18n/codes'
import { type Words, wordsIn } from '@/i18n/words'
import { checksumOf } from '@/server/pdf/checksum'
import type { Block, PdfDescription, Term } from '@/server/pdf/description'
import { BLANK, clausesOn, ownOn } from './clauses'
import type { AgreementFacts } from './facts'

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const note = (text: string): Block => ({ kind: 'note', text })

const clientOf = ({ client }: AgreementFacts) => client?.name ?? BLANK

/** Who lives there, by what they are in this agreement and contract form. */
function personOn(screen: AgreementFacts, { t, format }: Words): Term[] {
  const { agreement, form, client, parties } = screen
  const name = clientOf(screen)
  if (agreement !== 'lease') return [{ term: t('agreement.client'), value: name }]
  const born = { term: t('agreement.born'), value: client ? format.longDay(client.birthDate) : BLANK }
  return form === 'intermediair'
    ? [
        { term: t('agreement.tenant'), value: parties.provider ?? '' },
        { term: t('agreement.resident'), value: name },
        born,
      ]
    : [{ term: t('agreement.tenant'), value: name }, born]
}

/** The parties, the home and the days: of these what this agreement and this contract form need. */
function factsOn(screen: AgreementFacts, words: Words): Term[] {
  const { t, format } = words
  const { agreement, form, parties, support } = screen
  const landlord = { term: t('agreement.landlord'), value: parties.corporation ?? '' }
  const provider = { term: t('agreement.provider'), value: parties.provider ?? '' }
  const dwelling = { term: t('agreement.dwelling'), value: screen.address ?? BLANK }
  const code = (list: string, value: string) => t(codeKey(list, value))
  const term = (name: string, value: string | null | undefined | false): Term[] =>
    value ? [{ term: t(name), value }] : []
  return [
    ...(agreement === 'guidance' ? [] : [landlord]),
    ...(agreement === 'lease' ? [] : [provider]),
    ...personOn(screen, words),
    ...(agreement === 'guidance' ? [] : [dwelling]),
    ...term('fields.contractForm.label', code('contractForm', form)),
    ...term('fields.startOn.label', format.longDay(screen.startOn)),
    ...term('agreement.rent', agreement === 'lease' && screen.rent !== null && format.money(screen.rent)),
    ...term(
      'fields.stayedIn.label',
      form === 'tijdelijk' && screen.stayedIn && code('stayedIn', screen.stayedIn),
    ),
    ...term('agreement.hours', support && String(support.hoursPerWeek)),
    ...term('fields.reachable.label', support && code('reachable', support.reachable)),
    ...screen.own.flatMap(({ name, letterhead }) =>
      letterhead ? [{ term: t('agreement.letterheadOf', { name }), value: letterhead }] : [],
    ),
  ]
}

function conditionsOn({ conditions }: AgreementFacts, { t, format }: Words): Block[] {
  if (!conditions.length) return []
  const items = conditions.map(({ condition, conditionBy, conditionOn }) =>
    [
      condition,
      conditionBy && t(codeKey('conditionBy', conditionBy)),
      conditionOn && format.longDay(conditionOn),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  return [
    heading(t('agreement.conditions')),
    paragraph(t('agreement.conditionsHelp')),
    { kind: 'list', items },
  ]
}

function planOn({ agreement, client, plan }: AgreementFacts, { t, format }: Words): Block[] {
  if (agreement !== 'guidance' || !client) return []
  if (!plan) return [heading(t('agreement.plan')), note(t('agreement.noPlan'))]
  return [
    heading(t('agreement.plan')),
    paragraph(t('agreement.planSigned', { day: format.longDay(plan.signedOn) })),
    {
      kind: 'terms',
      items: [
        { term: t('fields.goals.label'), value: plan.goals },
        { term: t('fields.agreements.label'), value: plan.agreements },
      ],
    },
  ]
}

function signaturesOn(screen: AgreementFacts, { t }: Words): Block[] {
  const { agreement, form, parties } = screen
  const names: Readonly<Record<string, string>> = { ...parties, client: clientOf(screen) }
  const rows = signatoriesOf(agreement, form).map((who) => [
    `${t(codeKey('signatory', who))}\n${names[who] ?? ''}\n\u00a0\n\u00a0`,
    '',
    '',
  ])
  const columns = [
    { label: t('agreement.party'), share: 3 },
    { label: t('agreement.day'), share: 2 },
    { label: t('agreement.signature'), share: 4 },
  ]
  return [
    heading(t('agreement.signatures')),
    paragraph(t('agreement.signing')),
    { kind: 'table', columns, rows },
  ]
}

/** In groups of eight: somebody compares it by eye. */
const readable = (checksum: string) => checksum.replace(/(.{8})(?=.)/g, '$1 ')

/** Which text this is: written last, for the checksum is of all that stands above it. */
const versionOn = ({ own }: AgreementFacts, checksum: string, { t }: Words): Block[] => [
  heading(t('agreement.version')),
  {
    kind: 'terms',
    items: [
      { term: t('agreement.model'), value: t('agreement.modelVersion', { version: model }) },
      ...own.map(({ name, number }) => ({
        term: t('agreement.ownOf', { name }),
        value: t('agreement.ownVersion', { version: number }),
      })),
      { term: t('agreement.checksum'), value: checksum },
    ],
  },
]

/** All that the agreement says, without the day and the checksum. */
function saidIn(screen: AgreementFacts, words: Words) {
  const { t } = words
  const title = t(codeKey('document', screen.agreement))
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    note(t('agreement.check')),
    ...(screen.client ? [] : [note(t('agreement.shielded'))]),
    heading(t('agreement.parties')),
    { kind: 'terms', items: factsOn(screen, words) },
    ...clausesOn(screen, words),
    ...ownOn(screen, words),
    ...conditionsOn(screen, words),
    ...planOn(screen, words),
    ...signaturesOn(screen, words),
  ]
  return { title, language: 'nl' as const, sender: screen.covenant, blocks }
}

/** SHA-256 in hexadecimals of what the agreement says: the same on every day, as long as it says the same. */
export const checksumOfAgreement = (screen: AgreementFacts): string =>
  checksumOf(saidIn(screen, wordsIn('nl')))

/** The agreement as it is printed on this day. */
export function agreementOnPaper(screen: AgreementFacts, madeOn: string): PdfDescription {
  const words = wordsIn('nl')
  const { t } = words
  const said = saidIn(screen, words)
  const checksum = readable(checksumOf(said))
  const foot = t('agreement.foot', { number: screen.number, version: model })
  return {
    ...said,
    madeOn,
    foot: [t('agreement.check'), foot, `${t('agreement.checksum')} ${checksum}`].join('\n'),
    page: (page, pages) => t('pack.page', { page, pages }),
    blocks: [...said.blocks, ...versionOn(screen, checksum, words)],
  }
}
