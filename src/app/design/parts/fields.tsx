import { getTranslations } from 'next-intl/server'
import { DateField } from '@/ui/date-field'
import { FileField } from '@/ui/file-field'
import { MoneyField } from '@/ui/money-field'
import { NumberField } from '@/ui/number-field'
import { TextField } from '@/ui/text-field'
import { Sample } from './group'
import { people } from './samples'

async function Texts() {
  const t = await getTranslations('design.field')
  return (
    <>
      <Sample state="default">
        <TextField name="name" label={t('name')} />
      </Sample>
      <Sample state="error">
        <TextField name="name-wrong" label={t('name')} error={t('nameWrong')} />
      </Sample>
      <Sample state={['optional', 'long']}>
        <TextField name="long" label={t('long')} optional={t('optional')} defaultValue={people.long} />
      </Sample>
      <Sample state="rtl">
        <TextField name="rtl" label={t('name')} defaultValue={people.rtl} />
      </Sample>
      <Sample state={['help', 'filled']}>
        <TextField
          name="story"
          label={t('story')}
          help={t('storyHelp')}
          multiline
          maxLength={500}
          defaultValue={t('storyText')}
        />
      </Sample>
    </>
  )
}

async function Values() {
  const t = await getTranslations('design.field')
  return (
    <>
      <Sample state="default">
        <DateField name="day" label={t('day')} example={t('dayExample')} />
      </Sample>
      <Sample state="error">
        <DateField
          name="day-wrong"
          label={t('day')}
          example={t('dayExample')}
          error={t('dayWrong')}
          defaultValue="31-02"
        />
      </Sample>
      <Sample state="help">
        <MoneyField name="rent" label={t('rent')} help={t('rentHelp')} defaultValue="612,45" />
      </Sample>
      <Sample state="error">
        <MoneyField name="rent-wrong" label={t('rent')} error={t('rentWrong')} defaultValue="1.204,00" />
      </Sample>
      <Sample state="optional">
        <NumberField name="rooms" label={t('rooms')} suffix={t('roomsUnit')} optional={t('optional')} />
      </Sample>
      <Sample state={['help', 'optional']}>
        <FileField
          name="file"
          label={t('file')}
          help={t('fileHelp')}
          optional={t('optional')}
          accept=".pdf,image/*"
        />
      </Sample>
      <Sample state="error">
        <FileField name="file-wrong" label={t('file')} error={t('fileWrong')} />
      </Sample>
    </>
  )
}

/** Every kind of field in which something is written or put. */
export function Fields() {
  return (
    <>
      <Texts />
      <Values />
    </>
  )
}
