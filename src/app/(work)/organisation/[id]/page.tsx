import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MembershipFacts, SignInState } from '@/features/organisation/components/people'
import { getMembershipScreen } from '@/features/organisation/queries'
import { StepsPanel } from '@/features/step/components/steps-panel'
import { Done, Story } from '@/features/step/components/story'
import { codeKey } from '@/i18n/codes'
import { Columns } from '@/ui/columns'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function MembershipPage({ params, searchParams }: Props) {
  const membership = await getMembershipScreen((await params).id)
  if (!membership) notFound()
  const t = await getTranslations()
  const { id, name, number, stage, seat, steps, story } = membership
  const role = seat ? t(codeKey('role', seat.role)) : ''
  return (
    <>
      <Title text={name} />
      <PageTitle title={name} kicker={[number, role, t(`stages.membership.${stage}`)].join(' · ')} />
      <Done step={(await searchParams).done} />
      <Columns
        aside={
          <Section title={t('case.tabs.timeline')}>
            <Story story={story} />
          </Section>
        }
      >
        <SignInState membership={membership} />
        <MembershipFacts membership={membership} />
        {steps.length > 0 && <StepsPanel kind="membership" id={id} steps={steps} />}
      </Columns>
    </>
  )
}
