import { Button } from 'react-aria-components'
import { translations, useLabels, useTexts } from '../language/LanguageContext.ts'
import { usePane } from './PaneContext.ts'

const TEXTS = translations({ en: { why: 'Why?' }, nl: { why: 'Waarom?' } })

interface Props {
  readonly permission: string
  readonly record?: object | undefined
}

/** Opens the explanation of a decision. */
export function WhyButton({ permission, record }: Props) {
  const texts = useTexts(TEXTS)
  const { why, inForce } = usePane()
  const label = useLabels()(inForce.catalog.permission(permission)?.label)
  return (
    <Button
      className="why"
      aria-label={`${texts.why} ${label}`}
      onPress={() => why(permission, record)}
    >
      {texts.why}
    </Button>
  )
}
