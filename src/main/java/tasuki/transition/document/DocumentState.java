package tasuki.transition.document;

/** How far a form has come. */
public enum DocumentState {
  /** 下書き: only its own office sees it. */
  DRAFT,
  /** 送付済: nobody changes it any more. */
  SENT,
  /** 受領. */
  RECEIVED,
  /** 確認: somebody of the receiving side has read it. */
  READ,
  /** A draft that was given up. */
  DISCARDED
}
