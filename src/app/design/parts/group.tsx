import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

export type GroupName = 'help' | 'fields'

/** Parts that belong together, under one heading. */
export async function Group({ id, children }: { id: GroupName; children: ReactNode }) {
  const t = await getTranslations('design.groups')
  return (
    <section id={id} className="mb-12">
      <h2 className="mb-4 font-serif text-xl">{t(id)}</h2>
      {children}
    </section>
  )
}
