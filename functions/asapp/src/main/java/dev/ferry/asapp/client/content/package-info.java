/// What agents answer with: canned responses, and articles of the knowledge base by their ids.
@NullMarked
package dev.ferry.asapp.client.content;

import org.jspecify.annotations.NullMarked;
