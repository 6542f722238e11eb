import { getTranslations } from 'next-intl/server'
import { TextField } from '@/ui/text-field'

export async function Fields() {
  const t = await getTranslations('design.field')
  return <TextField name="name" label={t('name')} />
}
