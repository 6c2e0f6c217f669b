import { Download } from 'lucide-react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { PageHead } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/toast.ts'
import { GlobalReport } from './GlobalReport.tsx'
import { LiveChatReport } from './LiveChatReport.tsx'
import { MeetingsReport } from './MeetingsReport.tsx'

/** The last four weeks in numbers. */
export function ReportsPage() {
  return (
    <>
      <PageHead title="Reports" note="The last four weeks, against the four before.">
        <GatedButton
          permission="reports.export"
          label="Export"
          icon={Download}
          look="solid"
          onPress={() => toast('The reports were exported')}
        />
      </PageHead>
      <div className="reports">
        <Gated
          permission="reports.view-global-performance"
          title="Global performance"
          className="report-wide"
        >
          <GlobalReport />
        </Gated>
        <Gated permission="reports.view-live-chat" title="Live chat">
          <LiveChatReport />
        </Gated>
        <Gated permission="reports.view-meetings" title="Meetings">
          <MeetingsReport />
        </Gated>
      </div>
    </>
  )
}
