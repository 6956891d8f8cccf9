import { readModelOf } from './files/read-model.ts';
import { ReportView } from './report/report-view.tsx';

/** The report with the files that it is compared with. */
export const LaterReport = () => <ReportView readModel={readModelOf} />;
