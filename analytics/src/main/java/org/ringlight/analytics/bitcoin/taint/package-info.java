/** Where stolen coins went, by six ways to split them and one bound that no way exceeds. */
@NullMarked
package org.ringlight.analytics.bitcoin.taint;

import org.jspecify.annotations.NullMarked;
