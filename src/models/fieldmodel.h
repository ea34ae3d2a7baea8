// SPDX-License-Identifier: MIT
#pragma once

#include "models/editsession.h"

#include <QAbstractItemModel>

#include <memory>

namespace models {

/// Every key of one episode's file as a tree, known or not: key, value, type. Values are edited as JSON
/// through the session; what cannot be parsed is refused with its place.
class FieldModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { KeyColumn, ValueColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< JSON Pointer
        JsonRole,                ///< the value's JSON as it stands
        ChangedRole,             ///< bool: differs from the saved file
        LockedRole,              ///< bool: a duplicate key
        UnknownRole,             ///< bool: a top-level key that is not part of the episode model
        TypeRole,                ///< int of format::JsonType
    };
    explicit FieldModel(EditSession& session, QObject* parent = nullptr);
    ~FieldModel() override;

    void setEpisode(catalog::EpisodeId id);
    catalog::EpisodeId episode() const;
    QModelIndex indexOf(const format::JsonPath& path, int column = 0) const;
    /// The innermost value or key that holds these bytes of the file.
    QModelIndex indexAt(format::Span span) const;
    format::JsonPath pathOf(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void rejected(const QString& why); ///< what was typed is not JSON: "line 1, column 5: …"

private:
    void refresh();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
