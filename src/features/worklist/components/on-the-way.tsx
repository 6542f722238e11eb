import { getTranslations } from 'next-intl/server'
import { cardGroups } from '@/domain/worklist/cards'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Cards } from '@/ui/cards'
import type { Cards as Lines } from '../on-cards'
import type { WorkLine } from '../work-lines'
import { Due, who } from './work-list'

/** A visit is written down at once; what somebody asked is read first. */
const hrefOf = (group: string, line: WorkLine) =>
  group === 'visits'
    ? paths.step('case', line.subjectId, 'recordVisit')
    : paths.subject('case', line.subjectId)

/** What a mentor meets on the way: whom to visit, what the tafel asks, which application came back. */
export async function OnTheWay({ cards }: { cards: Lines }) {
  const t = await getTranslations()
  const { day } = await formats()
  return cardGroups
    .filter((group) => cards[group].length > 0)
    .map((group) => (
      <section key={group} className="mb-8">
        <h2 className="mb-3">{t(`work.cards.${group}`)}</h2>
        <Cards
          items={cards[group].map((line) => ({
            key: line.id,
            title: <span dir="auto">{who(line)}</span>,
            kicker: t(`tasks.${line.task}.label`),
            status: <Due line={line} t={t} day={day} />,
            href: hrefOf(group, line),
            action: t(`work.cardActions.${group}`),
            about: t('work.about', { who: who(line) }),
          }))}
        />
      </section>
    ))
}
