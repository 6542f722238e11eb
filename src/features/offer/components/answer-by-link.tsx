import { getTranslations } from 'next-intl/server'
import { clientWords, helpers } from '@/domain/offer/offer'
import { refusalReasons } from '@/domain/offer/refusal'
import { AnswerForm, type Choices, type Texts } from './answer-form'

async function textsOf(): Promise<Texts> {
  const t = await getTranslations('form')
  const by = await getTranslations('byLink')
  return {
    title: by('title'),
    error: t('error'),
    failed: by('failed'),
    code: by('code'),
    codeHelp: by('codeAsked'),
    look: by('look'),
    home: by('home'),
    several: by('several'),
    severalHelp: by('severalHelp'),
    word: by('word'),
    why: by('why'),
    whyHelp: by('whyHelp'),
    helped: by('helped'),
    choose: t('choose'),
    optional: t('optional'),
    onlyNo: by('onlyNo'),
    send: by('send'),
    pending: t('pending'),
    done: by('done'),
    doneHelp: by('doneHelp'),
  }
}

async function choicesOf(): Promise<Choices> {
  const t = await getTranslations('codes')
  return {
    words: clientWords.map((value) => ({ value, label: t(`clientWord.${value}`) })),
    reasons: refusalReasons.map((value) => ({ value, label: t(`offerRefusal.${value}`) })),
    helpers: helpers.map((value) => ({ value, label: t(`helper.${value}`) })),
  }
}

/** Whatever the link, it asks for the code: it says of none whether it leads somewhere. */
export async function AnswerByLink({ token }: { token: string }) {
  return <AnswerForm token={token} texts={await textsOf()} choices={await choicesOf()} />
}
