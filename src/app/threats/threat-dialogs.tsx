import { CustomThreatDialog } from './custom-threat-dialog.tsx';
import { UpdateThreatsDialog } from './update-dialog.tsx';

/** The dialogs about threats; each shows itself when it is asked for. */
export const ThreatDialogs = () => (
  <>
    <CustomThreatDialog />
    <UpdateThreatsDialog />
  </>
);
