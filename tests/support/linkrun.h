// SPDX-License-Identifier: MIT
#pragma once

#include "net/linkchecker.h"
#include "support/httpserver.h"

#include <QTest>

#include <algorithm>

inline constexpr int patience = 20'000;
inline constexpr int deadline = 5'000;
inline constexpr int shortDeadline = 400;

/// One run, and what was heard of it.
class LinkRun : public net::LinkChecker {
public:
    QList<net::LinkResult> results;
    QList<int> done;
    int total = 0;
    int ends = 0;

    explicit LinkRun(int milliseconds = deadline) {
        setDeadline(milliseconds);
        connect(this, &LinkChecker::checked, this,
                [this](const net::LinkResult& result) { results += result; });
        connect(this, &LinkChecker::finished, this, [this] { ++ends; });
        connect(this, &LinkChecker::progress, this, [this](int now, int of) {
            done += now;
            total = of;
        });
    }

    void toTheEnd(const QList<QUrl>& urls) {
        check(urls);
        [this] { QTRY_VERIFY_WITH_TIMEOUT(ends > 0, patience); }();
    }
};

/// Checks one address and waits for the one result.
inline net::LinkResult resultFor(const QUrl& url, int milliseconds = deadline) {
    LinkRun run(milliseconds);
    run.toTheEnd({url});
    return run.results.size() == 1 && run.ends == 1 ? run.results.constFirst() : net::LinkResult();
}

inline HttpServer::Answer page(const QByteArray& status = "200 OK") {
    HttpServer::Answer answer;
    answer.status = status;
    answer.body = "<title>A page</title>" + QByteArray(3000, ' ');
    return answer;
}

/// How many questions of the method came.
inline int count(const HttpServer& server, const QByteArray& method) {
    const auto& all = server.questions();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&method](const QByteArray& question) {
        return question.startsWith(method + ' ');
    }));
}
