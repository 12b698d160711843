/** What a told story leaves behind: a folder of files that agree with its chain. */
@NullMarked
package org.ringlight.truth.story.told;

import org.jspecify.annotations.NullMarked;
