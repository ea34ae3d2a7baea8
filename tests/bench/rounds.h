// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

/// What is measured against each other in one run: rounds in which each task runs once, one after the other.
class Rounds {
public:
    /// `prepare` runs before each run and is not measured.
    void add(
        std::string name, std::function<void()> run, std::function<void()> prepare = [] {}) {
        m_tasks.push_back({std::move(name), std::move(run), std::move(prepare), {}});
    }
    void run(int rounds) {
        for (int round = 0; round < rounds; ++round)
            for (Task& task : m_tasks) {
                task.prepare();
                QElapsedTimer timer;
                timer.start();
                task.run();
                task.milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            }
    }
    /// A line each: the name, a tabulator, the median in milliseconds.
    void print() {
        for (Task& task : m_tasks) {
            std::sort(task.milliseconds.begin(), task.milliseconds.end());
            std::printf("%s\t%.4f\n", task.name.c_str(), task.milliseconds[task.milliseconds.size() / 2]);
        }
        std::fflush(stdout);
    }

private:
    struct Task {
        std::string name;
        std::function<void()> run;
        std::function<void()> prepare;
        std::vector<double> milliseconds;
    };
    std::vector<Task> m_tasks;
};
