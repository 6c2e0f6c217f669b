import { Download } from 'lucide-react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { useTexts } from '../../../language/LanguageContext.ts'
import { commonTexts } from '../../../shared/texts.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/toast.ts'
import { GlobalReport } from './GlobalReport.tsx'
import { LiveChatReport } from './LiveChatReport.tsx'
import { MeetingsReport } from './MeetingsReport.tsx'
import { reportTexts } from './texts.ts'

/** Statistics of the last four weeks. */
export function ReportsPage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(reportTexts)
  return (
    <>
      <PageHeader title={texts.title} description={texts.lead}>
        <GatedButton
          permission="reports.export"
          label={common.export}
          icon={Download}
          variant="solid"
          onPress={() => toast(texts.exported)}
        />
      </PageHeader>
      <div className="reports">
        <Gated
          permission="reports.view-global-performance"
          title={texts.performance.title}
          className="report-wide"
        >
          <GlobalReport />
        </Gated>
        <Gated permission="reports.view-live-chat" title={texts.chat.title}>
          <LiveChatReport />
        </Gated>
        <Gated permission="reports.view-meetings" title={texts.meetings.title}>
          <MeetingsReport />
        </Gated>
      </div>
    </>
  )
}
