/** Conditions that several filters share. */
export const CROSSES_TRUST = `(flow crosses 'GE.TB.L' or flow crosses 'GE.TB.B')`;
export const FROM_CALLER = `(source is 'GE.EI' or source is 'GE.P')`;
/** What a person sits at: pages and apps that show what the system answers. */
export const FROM_CLIENT = `(source is 'SE.EI.TMCore.User' or source is 'SE.P.TMCore.BrowserClient' or
  source is 'SE.P.Trustline.MobileClient' or source is 'SE.P.TMCore.ThickClient')`;
export const FROM_BROWSER = `(source is 'SE.EI.TMCore.User' or source is 'SE.P.TMCore.BrowserClient')`;
export const TO_WEB = `(target is 'SE.P.TMCore.WebApp' or target is 'SE.P.TMCore.WebSvc' or
  target is 'SE.P.Trustline.Gateway' or target is 'SE.P.Trustline.Function')`;
export const TOUCHES_IDENTITY = `(source is 'SE.P.Trustline.IdentityProvider' or source is 'SE.EI.TMCore.AuthProvider' or
  target is 'SE.P.Trustline.IdentityProvider' or target is 'SE.EI.TMCore.AuthProvider')`;
