/** 年度の進捗: money, indicators and deadlines of a fiscal year on one page. */
@NullMarked
package tasuki.insight.progress;

import org.jspecify.annotations.NullMarked;
