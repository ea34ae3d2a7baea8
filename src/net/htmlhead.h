// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace net {

/// What a page says of itself, entities decoded, else as written.
struct HtmlHead {
    QString title;    ///< of the first <title> that is not empty
    QString ogTitle;  ///< <meta property="og:title"> (Open Graph protocol)
    QString siteName; ///< og:site_name
};

/// Walks over the tags as the HTML Standard's tokenizer does (13.2.5), as far as titles need it: comments,
/// scripts and the like are passed over, and a <title> within <svg> is a picture's. Time grows with the
/// text's length only.
HtmlHead readHtmlHead(const QString& html);

} // namespace net
