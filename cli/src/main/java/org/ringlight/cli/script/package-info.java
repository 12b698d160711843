/** Scripts of the checkout that commands run as processes of their own. */
@NullMarked
package org.ringlight.cli.script;

import org.jspecify.annotations.NullMarked;
