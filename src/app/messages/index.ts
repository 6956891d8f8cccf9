export { MessageCount, MessagesPanel } from './messages-panel.tsx';
