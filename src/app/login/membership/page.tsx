import { getTranslations } from 'next-intl/server'
import { chooseAction, leaveAction } from '@/features/session/actions'
import { ownPath } from '@/paths'
import { ownMemberships } from '@/server/session'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ next?: string }> }

export default async function MembershipPage({ searchParams }: Props) {
  const t = await getTranslations()
  const memberships = await ownMemberships()
  return (
    <div className="grid max-w-[44rem] gap-6">
      <Title text={t('login.membershipTitle')} />
      <PageTitle
        title={t('login.membershipTitle')}
        {...(memberships.length > 0 && { lead: t('login.membershipLead') })}
      />
      {memberships.length === 0 && (
        <EmptyState title={t('login.noMembership')}>{t('login.noMembershipHelp')}</EmptyState>
      )}
      <form action={chooseAction} className="grid gap-3">
        <input type="hidden" name="next" value={ownPath((await searchParams).next)} />
        {memberships.map(({ id, role, organisation, covenant }) => (
          <div key={id} className="grid gap-1">
            <Button type="submit" variant="secondary" name="membership" value={id}>
              {t('login.choose', { role: t(`roles.${role}`), organisation })}
            </Button>
            <span className="text-soft">{covenant}</span>
          </div>
        ))}
      </form>
      <form action={leaveAction} data-leaves>
        <Button type="submit" variant="quiet">
          {t('app.signOut')}
        </Button>
      </form>
    </div>
  )
}
